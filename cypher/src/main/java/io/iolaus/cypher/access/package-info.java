/// Users and their tokens, as the graph keeps them: with nothing in it that opens anything.
@NullMarked
package io.iolaus.cypher.access;

import org.jspecify.annotations.NullMarked;
