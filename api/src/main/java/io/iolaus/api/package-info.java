/// The application: command line, REST, security, schedule; serves the screens.
@NullMarked
package io.iolaus.api;

import org.jspecify.annotations.NullMarked;
