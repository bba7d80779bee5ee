/// Runs the statements of `writes/` in transactions; driver types end here.
@NullMarked
package io.iolaus.cypher.write;

import org.jspecify.annotations.NullMarked;
