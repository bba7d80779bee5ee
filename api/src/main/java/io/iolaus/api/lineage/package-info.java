/// What happened to clusters from run to run, over HTTP.
@NullMarked
package io.iolaus.api.lineage;

import org.jspecify.annotations.NullMarked;
