package io.iolaus.core.explain;

import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.io.FastByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.OutputStreamDataOutput;

/// The bytes of a profile, version 3.
///
/// ```
/// byte    version = 3
/// int     length of what follows, inflated
///         deflated (RFC 1951, zlib's header):
///   vint × 2       size, owners
///   long           usual share, as bits of a double
///   long × 6       agreement by facet, as bits of a double
///   vint           number of rows, in their order, then for each:
///     string × 2   detector, type: empty where they are those of the row before
///     byte         facet, and 8 where it is a doing, and 16 where it is an anchor
///     string       key
///     vint × 2     members, total
///     long × 4     inside, outside, coverage, purpose, as bits of a double
///   vint           number of bounds that fell, by kind, then for each:
///     string       kind
///     long × 2     before, now, in bits, as bits of a double
/// ```
final class StoredProfileCodec {

  private static final byte VERSION = 3;
  private static final int DOING = 8;
  private static final int ANCHOR = 16;
  private static final int HEADER = 1 + Integer.BYTES;
  private static final int MOST = 1 << 30;

  private StoredProfileCodec() {}

  static boolean isReadable(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == VERSION;
  }

  static byte[] write(StoredProfile profile) {
    try {
      FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(1 << 12);
      DataOutput out = new OutputStreamDataOutput(bytes);
      out.writeVInt(profile.size());
      out.writeVInt(profile.owners());
      number(out, profile.usual());
      for (double part : profile.agreement()) {
        number(out, part);
      }
      out.writeVInt(profile.rows().size());
      String detector = "";
      String type = "";
      for (ProfileRow row : profile.rows()) {
        out.writeString(row.detector().equals(detector) ? "" : row.detector());
        out.writeString(row.type().equals(type) ? "" : row.type());
        detector = row.detector();
        type = row.type();
        out.writeByte(
            (byte) (row.facet().index() | (row.doing() ? DOING : 0) | (row.anchor() ? ANCHOR : 0)));
        out.writeString(row.key());
        out.writeVInt(row.members());
        out.writeVInt(row.total());
        number(out, row.inside());
        number(out, row.outside());
        number(out, row.coverage());
        number(out, row.purpose());
      }
      out.writeVInt(profile.bounds().refined().size());
      for (Map.Entry<String, Bounds.Refined> bound : profile.bounds().refined().entrySet()) {
        out.writeString(bound.getKey());
        number(out, bound.getValue().before());
        number(out, bound.getValue().bits());
      }
      bytes.trim();
      return deflated(bytes.array);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StoredProfile read(byte[] bytes) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(inflated(bytes));
      int size = in.readVInt();
      int owners = in.readVInt();
      double usual = number(in);
      double[] agreement = new double[Facet.values().length];
      for (int f = 0; f < agreement.length; f++) {
        agreement[f] = number(in);
      }
      int count = in.readVInt();
      List<ProfileRow> rows = new ArrayList<>();
      String detector = "";
      String type = "";
      for (int i = 0; i < count; i++) {
        String ownDetector = in.readString();
        String ownType = in.readString();
        detector = ownDetector.isEmpty() ? detector : ownDetector;
        type = ownType.isEmpty() ? type : ownType;
        byte facet = in.readByte();
        rows.add(
            new ProfileRow(
                detector,
                Facet.values()[facet & ~(DOING | ANCHOR)],
                type,
                in.readString(),
                in.readVInt(),
                in.readVInt(),
                number(in),
                number(in),
                number(in),
                number(in),
                (facet & DOING) != 0,
                (facet & ANCHOR) != 0));
      }
      SortedMap<String, Bounds.Refined> bounds = new TreeMap<>();
      for (int left = in.readVInt(); left > 0; left--) {
        bounds.put(in.readString(), new Bounds.Refined(number(in), number(in)));
      }
      return new StoredProfile(size, owners, usual, agreement, rows, new Bounds(bounds));
    } catch (IOException | DataFormatException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a cluster's profile: damaged", e);
    }
  }

  private static void number(DataOutput out, double value) throws IOException {
    out.writeLong(Double.doubleToRawLongBits(value));
  }

  private static double number(ByteArrayDataInput in) {
    return Double.longBitsToDouble(in.readLong());
  }

  private static byte[] deflated(byte[] plain) throws IOException {
    FastByteArrayOutputStream bytes = new FastByteArrayOutputStream(plain.length / 2 + HEADER);
    DataOutput out = new OutputStreamDataOutput(bytes);
    out.writeByte(VERSION);
    out.writeInt(plain.length);
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(plain);
      deflater.finish();
      byte[] buffer = new byte[1 << 13];
      while (!deflater.finished()) {
        out.writeBytes(buffer, deflater.deflate(buffer));
      }
    }
    bytes.trim();
    return bytes.array;
  }

  private static byte[] inflated(byte[] bytes) throws DataFormatException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    byte version = in.readByte();
    int length = in.readInt();
    if (version != VERSION || length < 0 || length > MOST) {
      throw new IllegalArgumentException("unknown version of a cluster's profile: " + version);
    }
    byte[] plain = new byte[length];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes, HEADER, bytes.length - HEADER);
      int at = 0;
      while (at < length) {
        int read = inflater.inflate(plain, at, length - at);
        if (read == 0) {
          throw new IllegalArgumentException("not a cluster's profile: cut short");
        }
        at += read;
      }
    }
    return plain;
  }
}
