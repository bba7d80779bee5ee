/// Campaigns: many accounts run as one.
@NullMarked
package io.iolaus.simulate.operator;

import org.jspecify.annotations.NullMarked;
