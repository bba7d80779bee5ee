/// Runs detection on a schedule, and tells what it did.
@NullMarked
package io.iolaus.api.detection;

import org.jspecify.annotations.NullMarked;
