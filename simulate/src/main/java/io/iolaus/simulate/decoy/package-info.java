/// Innocent accounts that share things on a large scale, one class for each kind.
@NullMarked
package io.iolaus.simulate.decoy;

import org.jspecify.annotations.NullMarked;
