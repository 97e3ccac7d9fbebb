/* Stands in for gtk_main_quit in a bare window, which is to stay until it has been measured. */
void bare_stay(void) {}
