/// What loading does, as figures for a monitoring system.
@NullMarked
package io.iolaus.api.metrics;

import org.jspecify.annotations.NullMarked;
