/// Server-sent events: what happens, as it happens.
@NullMarked
package io.iolaus.api.stream;

import org.jspecify.annotations.NullMarked;
