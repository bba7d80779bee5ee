/// Doing what is asked under an idempotency key once, whatever happens to the answer.
@NullMarked
package io.iolaus.cypher.once;

import org.jspecify.annotations.NullMarked;
