/// How near a result comes to the truth.
@NullMarked
package io.iolaus.simulate.scoring;

import org.jspecify.annotations.NullMarked;
