/// Keyed sketches of prompts, and the families that a set of sketches shows.
@NullMarked
package io.iolaus.core.prompt;

import org.jspecify.annotations.NullMarked;
