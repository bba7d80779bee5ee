/// The event format v1: what one input line says, and what is wrong with a line that says nothing.
@NullMarked
package io.iolaus.core.event;

import org.jspecify.annotations.NullMarked;
