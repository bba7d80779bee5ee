package io.iolaus.api.signon;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks the identity provider: never over a line that others can read, never where an answer sends
/// it instead, for so long and so much alone.
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {

  static final int MOST_BYTES = 512 << 10;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    String body = request.getBody() == null ? "" : request.getBody();
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(safe(request.getURI()))
            .timeout(ANSWER)
            .method(request.getMethod().name(), BodyPublishers.ofString(body));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
    return exchange(asked.build());
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HTTPResponse answer =
        exchange(HttpRequest.newBuilder(safe(URI.create(url.toString()))).timeout(ANSWER).build());
    if (!answer.indicatesSuccess()) {
      throw new IOException(url + " answered " + answer.getStatusCode());
    }
    return new Resource(answer.getBody(), answer.getHeaderValue("Content-Type"));
  }

  private static URI safe(URI address) throws IOException {
    if (!SignOnProperties.safe(address)) {
      throw new IOException("the identity provider names " + address + ", which is not https");
    }
    return address;
  }

  private HTTPResponse exchange(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw new IOException(
              request.uri() + " answered with more than " + MOST_BYTES + " bytes");
        }
        HTTPResponse read = new HTTPResponse(answer.statusCode());
        String type = answer.headers().firstValue("Content-Type").orElse(null);
        if (type != null) {
          read.setContentType(type);
        }
        read.setBody(new String(bytes, StandardCharsets.UTF_8));
        return read;
      }
    } catch (ParseException e) {
      throw new IOException(request.uri() + " answered with a content type of its own", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the identity provider", e);
    }
  }
}
