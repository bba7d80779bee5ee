/// Random numbers in independent, named streams.
@NullMarked
package io.iolaus.simulate.random;

import org.jspecify.annotations.NullMarked;
