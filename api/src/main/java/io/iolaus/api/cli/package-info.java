/// The command line: one class for each command, and what they have in common.
@NullMarked
package io.iolaus.api.cli;

import org.jspecify.annotations.NullMarked;
