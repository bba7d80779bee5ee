/// What a simulated world is made of: its days, accounts, facts and exchanges.
@NullMarked
package io.iolaus.simulate.world;

import org.jspecify.annotations.NullMarked;
