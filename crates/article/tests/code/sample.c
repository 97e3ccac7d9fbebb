#include <stdio.h>
#define MAX(a) ((a) + 1)
static int main(int argc, char **argv) { printf("%d\n", 'a'); return NULL; }
