/// Loads in the background what was handed over.
@NullMarked
package io.iolaus.api.inbox;

import org.jspecify.annotations.NullMarked;
