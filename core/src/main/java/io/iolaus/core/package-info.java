/// The domain in plain Java: no I/O, no framework.
@NullMarked
package io.iolaus.core;

import org.jspecify.annotations.NullMarked;
