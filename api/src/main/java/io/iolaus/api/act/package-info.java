/// Bulk acts over HTTP, and the worker that carries them out.
@NullMarked
package io.iolaus.api.act;

import org.jspecify.annotations.NullMarked;
