/// Starts and stops the server, and puts its parts together.
@NullMarked
package io.iolaus.api.server;

import org.jspecify.annotations.NullMarked;
