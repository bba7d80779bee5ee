/// Events over HTTP, and what became of them: batches and rejected lines.
@NullMarked
package io.iolaus.api.events;

import org.jspecify.annotations.NullMarked;
