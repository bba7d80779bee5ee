/// Writes API populations whose truth is known: one seed, one scenario, one scale, the same bytes
/// every time.
@NullMarked
package io.iolaus.simulate;

import org.jspecify.annotations.NullMarked;
