"""What people configure: files of settings found beside the articles, the environment and flags, made one."""
