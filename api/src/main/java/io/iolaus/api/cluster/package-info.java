/// Clusters, their members and their link charts over HTTP.
@NullMarked
package io.iolaus.api.cluster;

import org.jspecify.annotations.NullMarked;
