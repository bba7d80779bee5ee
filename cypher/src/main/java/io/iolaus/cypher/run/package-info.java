/// Reads detection runs and what the product knows about itself.
@NullMarked
package io.iolaus.cypher.run;

import org.jspecify.annotations.NullMarked;
