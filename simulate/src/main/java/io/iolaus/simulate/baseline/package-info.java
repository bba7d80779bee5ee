/// Published ways of finding coordinated accounts, against which detection is measured.
@NullMarked
package io.iolaus.simulate.baseline;

import org.jspecify.annotations.NullMarked;
