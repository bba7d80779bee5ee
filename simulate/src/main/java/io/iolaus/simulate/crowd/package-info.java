/// The innocent side of the proving ground: decoys that vary in what they share, proxy users,
/// victims.
@NullMarked
package io.iolaus.simulate.crowd;

import org.jspecify.annotations.NullMarked;
