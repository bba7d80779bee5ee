/// Decisions about many accounts at once: who is meant, who of these may be innocent, and how far
/// it is.
@NullMarked
package io.iolaus.core.act;

import org.jspecify.annotations.NullMarked;
