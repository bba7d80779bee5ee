/// Reads cases, what is in them and what happened to them.
@NullMarked
package io.iolaus.cypher.cases;

import org.jspecify.annotations.NullMarked;
