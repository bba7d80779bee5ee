/// Operators of the proving ground: any kind of attack on any rung of the ladders of evasion.
@NullMarked
package io.iolaus.simulate.campaign;

import org.jspecify.annotations.NullMarked;
