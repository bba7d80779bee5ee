/// Kills workers and databases with SIGKILL, and compares what is in the graph in the end.
@NullMarked
package io.iolaus.ingest.crash;

import org.jspecify.annotations.NullMarked;
