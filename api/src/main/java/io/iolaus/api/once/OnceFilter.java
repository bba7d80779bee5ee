package io.iolaus.api.once;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.once.OnceKeys;
import io.iolaus.cypher.once.OnceOutcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/// Does what a user asks for under one `Idempotency-Key` once, and gives the same answer to all who
/// ask again. What was refused or failed leaves the key free.
///
/// `POST /api/v1/events` has keys of its own, which are kept with the bodies.
public final class OnceFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(OnceFilter.class);

  /// Names what is asked for.
  public static final String HEADER = "Idempotency-Key";

  /// Says that an answer is one from before.
  static final String REPLAYED = "Idempotency-Replayed";

  private static final Pattern ROUTES =
      Pattern.compile(
          "/api/v1/(users|tokens|decisions|acts|suppressions|detectors|runs|clusters/[^/]+/previews"
              + "|cases|cases/[^/]+/(items|comments))");

  private static final Pattern KEY =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

  /// More than any of these routes takes.
  private static final int MOST_BODY = 2 << 20;

  private static final int MOST_ANSWER = 256 << 10;

  private final OnceKeys keys;
  private final ProblemWriter problems;
  private final JsonMapper json;

  public OnceFilter(OnceKeys keys, ProblemWriter problems, JsonMapper json) {
    this.keys = keys;
    this.problems = problems;
    this.json = json;
  }

  /// Whether a POST to an address may bring a key.
  public static boolean takes(String path) {
    return ROUTES.matcher(path).matches();
  }

  /// An answer as it is kept.
  record Kept(int status, Map<String, String> headers, String body) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HEADER) == null
        || !HttpMethod.POST.matches(request.getMethod())
        || !takes(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    String key = request.getHeader(HEADER);
    if (user == null || !KEY.matcher(key).matches()) {
      refuse(
          response,
          HttpStatus.BAD_REQUEST,
          "parameter-invalid",
          HEADER + " must have 1..255 visible ASCII characters");
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BODY + 1);
    if (body.length > MOST_BODY) {
      refuse(response, HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large");
      return;
    }
    OnceOutcome outcome;
    try {
      outcome = keys.claim(user.getName(), key, digest(request, body));
    } catch (Neo4jException e) {
      if (!(e instanceof RetryableException)) {
        throw e;
      }
      log.warn("the database does not answer: {}", e.getMessage());
      problems.write(response, Problem.databaseUnavailable());
      return;
    }
    switch (outcome) {
      case OnceOutcome.Claimed(OnceClaim claim) ->
          first(claim, new KeptBody(request, body), response, chain);
      case OnceOutcome.Answered(String answer) ->
          again(json.readValue(answer, Kept.class), response);
      case OnceOutcome.Acted(String what) ->
          refuse(
              response,
              HttpStatus.CONFLICT,
              "idempotency-answer-lost",
              "This was done before, and what was answered then was lost: "
                  + what
                  + "; read what there is now");
      case OnceOutcome.Different _ ->
          refuse(
              response,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "idempotency-key-reused",
              "Something else was asked under this " + HEADER + ": take another one");
      case OnceOutcome.Busy _ -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        refuse(
            response,
            HttpStatus.CONFLICT,
            "idempotency-key-busy",
            "A request with this " + HEADER + " is under way: send it again in a moment");
      }
      case OnceOutcome.Full(int most) -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
        refuse(
            response,
            HttpStatus.TOO_MANY_REQUESTS,
            "idempotency-keys-full",
            "More than " + most + " keys of this user within a day: send without, or wait");
      }
    }
  }

  private void first(
      OnceClaim claim, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      claim.during(() -> {
        chain.doFilter(request, answer);
        return true;
      });
      kept = keep(claim, answer);
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    } finally {
      if (!kept) {
        release(claim);
      }
    }
    answer.copyBodyToResponse();
  }

  /// Before the answer leaves: whoever has it may ask again and gets it again.
  private boolean keep(OnceClaim claim, ContentCachingResponseWrapper answer) {
    byte[] body = answer.getContentAsByteArray();
    if (answer.getStatus() >= 300 || body.length > MOST_ANSWER) {
      return false;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String name : new String[] {HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
      String value = answer.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    if (answer.getContentType() != null) {
      headers.put(HttpHeaders.CONTENT_TYPE, answer.getContentType());
    }
    try {
      keys.answered(
          claim,
          json.writeValueAsString(
              new Kept(answer.getStatus(), headers, new String(body, StandardCharsets.UTF_8))));
      return true;
    } catch (Neo4jException e) {
      // It was done, and says so: whoever asks again is told that much.
      log.warn("an answer could not be kept: {}", e.getMessage());
      return false;
    }
  }

  private void release(OnceClaim claim) {
    try {
      keys.released(claim);
    } catch (Neo4jException e) {
      log.warn("an idempotency key stays held for a while: {}", e.getMessage());
    }
  }

  private static void again(Kept kept, HttpServletResponse response) throws IOException {
    response.setStatus(kept.status());
    response.setHeader(REPLAYED, "true");
    kept.headers().forEach(response::setHeader);
    response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String code, String detail)
      throws IOException {
    problems.write(response, new Problem(status, code, detail));
  }

  private static String digest(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String head = request.getRequestURI() + "?" + request.getQueryString() + "\n";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
