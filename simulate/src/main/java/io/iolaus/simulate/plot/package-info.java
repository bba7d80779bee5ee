/// Charts as SVG files.
@NullMarked
package io.iolaus.simulate.plot;

import org.jspecify.annotations.NullMarked;
