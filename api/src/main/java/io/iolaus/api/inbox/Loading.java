package io.iolaus.api.inbox;

import io.iolaus.ingest.IngestProgress;
import java.util.Locale;

/// How far the delivery is that is being loaded.
///
/// @param stage what is being waited for: `recognise`, `read`, `decode`, `fold`, `seal`, `write`
/// @param bytes how much of it was read, as it came
/// @param lines read so far, `rejected` of them rejected
public record Loading(String id, String stage, long bytes, long lines, long rejected) {

  static Loading of(String id, IngestProgress progress) {
    return new Loading(
        id,
        progress.stage().name().toLowerCase(Locale.ROOT),
        progress.bytesRead(),
        progress.lines(),
        progress.rejected());
  }
}
