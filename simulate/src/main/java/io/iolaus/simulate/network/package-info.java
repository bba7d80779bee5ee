/// Address ranges and who connects from where.
@NullMarked
package io.iolaus.simulate.network;

import org.jspecify.annotations.NullMarked;
