/// Iolaus.
@NullMarked
package io.iolaus.cypher;

import org.jspecify.annotations.NullMarked;
