/// Companies, universities, labs and resellers: all invented.
@NullMarked
package io.iolaus.simulate.organization;

import org.jspecify.annotations.NullMarked;
