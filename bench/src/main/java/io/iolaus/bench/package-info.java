/// Measurements; nothing here is ever distributed. None is in yet.
@NullMarked
package io.iolaus.bench;

import org.jspecify.annotations.NullMarked;
