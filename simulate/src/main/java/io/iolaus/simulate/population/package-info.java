/// Innocent people, programs and companies.
@NullMarked
package io.iolaus.simulate.population;

import org.jspecify.annotations.NullMarked;
