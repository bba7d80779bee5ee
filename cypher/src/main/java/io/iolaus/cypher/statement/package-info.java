/// Loads the Cypher statements, which live in files.
@NullMarked
package io.iolaus.cypher.statement;

import org.jspecify.annotations.NullMarked;
