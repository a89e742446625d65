"""The parts of the HTML report: articles with their words marked, cards of findings, the page around them."""
