/// Shows how far long work is: bars on a terminal, plain lines elsewhere.
@NullMarked
package io.iolaus.api.cli.progress;

import org.jspecify.annotations.NullMarked;
