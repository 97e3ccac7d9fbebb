/* The least that a window with a list can be: what GTK and WebKit cost before Offprint adds anything.
 * Prints `first_frame_ms N`, its own view of when the list was painted, and stays. ROWS sets the length of the list. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <webkit2/webkit2.h>

static gint64 start;

static void titled(WebKitWebView *view, GParamSpec *property, gpointer data) {
    (void)property;
    (void)data;
    if (g_strcmp0(webkit_web_view_get_title(view), "shown") == 0) {
        printf("first_frame_ms %.1f\n", (g_get_monotonic_time() - start) / 1000.0);
        fflush(stdout);
    }
}

int main(int count, char **arguments) {
    start = g_get_monotonic_time();
    gtk_init(&count, &arguments);

    const char *wanted = getenv("ROWS");
    int rows = wanted ? atoi(wanted) : 50;
    GString *html = g_string_new("<!doctype html><meta charset=utf-8><title>Shelf</title><h1>Shelf</h1><ul>");
    for (int row = 1; row <= rows; row++)
        g_string_append_printf(html, "<li><h2>Title of article %d</h2><p>A line on what it is about.</p>", row);
    g_string_append(html, "</ul><script>requestAnimationFrame(() => requestAnimationFrame(() => {"
                          " document.title = 'shown' }))</script>");

    GtkWidget *view = webkit_web_view_new();
    g_signal_connect(view, "notify::title", G_CALLBACK(titled), NULL);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_default_size(GTK_WINDOW(window), 1000, 700);
    gtk_container_add(GTK_CONTAINER(window), view);
    gtk_widget_show_all(window);
    webkit_web_view_load_html(WEBKIT_WEB_VIEW(view), html->str, "bare://shelf/");
    gtk_main();
    return 0;
}
