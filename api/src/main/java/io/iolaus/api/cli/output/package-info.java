/// Rows for programs and people: CSV, NDJSON, tables.
@NullMarked
package io.iolaus.api.cli.output;

import org.jspecify.annotations.NullMarked;
