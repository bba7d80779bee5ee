/// Idempotency keys on requests that make something.
@NullMarked
package io.iolaus.api.once;

import org.jspecify.annotations.NullMarked;
