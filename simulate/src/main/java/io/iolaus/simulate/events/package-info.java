/// Reads event files, written here or elsewhere, line by line.
@NullMarked
package io.iolaus.simulate.events;

import org.jspecify.annotations.NullMarked;
