package io.iolaus.api.signon;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.security.LoginGuard;
import io.iolaus.api.security.SessionLogin;
import io.iolaus.api.signon.SignOnRefusal.Reason;
import io.iolaus.core.access.AccessKey;
import io.iolaus.cypher.home.Home;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Logging in by the site's identity provider. Browsers come here by themselves, so that what goes
/// wrong is told on the log-in page.
@RestController
@RequestMapping("/api/v1/session/sign-on")
@Tag(name = "session")
class SignOnController {

  private static final Logger log = LoggerFactory.getLogger(SignOnController.class);

  private static final String PATH = "/api/v1/session/sign-on";
  private static final String COOKIE = "iolaus-sign-on";

  private final SignOnProperties properties;
  private final IdentityProvider provider;
  private final SignOnUsers users;
  private final SessionLogin logins;
  private final LoginGuard guard;
  private final AccessKey key;
  private final Clock clock;

  SignOnController(
      SignOnProperties properties,
      IdentityProvider provider,
      SignOnUsers users,
      SessionLogin logins,
      LoginGuard guard,
      Home home,
      Clock clock) {
    this.properties = properties;
    this.provider = provider;
    this.users = users;
    this.logins = logins;
    this.guard = guard;
    this.key = home.accessKey();
    this.clock = clock;
  }

  /// @param name of the identity provider, null where there is none
  record WaysIn(@Nullable String name) {}

  @GetMapping("/provider")
  @Operation(summary = "Whether there is an identity provider to log in by")
  WaysIn ways() {
    return new WaysIn(properties.on() ? properties.name() : null);
  }

  @GetMapping
  @Operation(
      summary = "Log in by the identity provider",
      description = "For browsers: it sends them there, and they come back with a session.")
  @ApiResponse(responseCode = "303", description = "To the provider, or back to the log-in page")
  @ApiResponse(responseCode = "404", description = "`sign-on-off`: there is no identity provider")
  ResponseEntity<Void> begin(HttpServletRequest request, HttpServletResponse response) {
    requireOn();
    Ticket ticket =
        new Ticket(
            new CodeVerifier().getValue(),
            new Nonce().getValue(),
            new CodeVerifier().getValue(),
            redirect(),
            clock.instant().plus(Ticket.LASTING));
    try {
      URI there = provider.authorization(ticket);
      keep(ticket.sealed(key), Ticket.LASTING, request, response);
      return to(there);
    } catch (SignOnRefusal e) {
      return refused(e, request);
    }
  }

  @GetMapping("/return")
  @Operation(summary = "Where the identity provider sends browsers back to")
  @ApiResponse(responseCode = "303", description = "Into the user interface")
  @ApiResponse(responseCode = "404", description = "`sign-on-off`: there is no identity provider")
  ResponseEntity<Void> back(
      @RequestParam(required = false) @Size(max = 4096) @Nullable String code,
      @RequestParam(required = false) @Size(max = 512) @Nullable String state,
      @RequestParam(required = false) @Size(max = 512) @Nullable String error,
      @RequestParam(required = false) @Size(max = 1024) @Nullable String iss,
      @CookieValue(name = COOKIE, required = false) @Nullable String sealed,
      HttpServletRequest request,
      HttpServletResponse response) {
    requireOn();
    String address = request.getRemoteAddr();
    keep("", Duration.ZERO, request, response);
    try {
      if (!guard.allowsSignOn(address)) {
        throw new SignOnRefusal(Reason.ATTEMPTS, "too many attempts from " + address);
      }
      Ticket ticket = ticket(sealed, state);
      if (error != null) {
        throw new SignOnRefusal(Reason.DECLINED, "the identity provider says " + error);
      }
      // RFC 9207: the answer comes from whom was asked.
      if (iss != null && !iss.equals(properties.requiredIssuer().toString())) {
        throw new SignOnRefusal(Reason.INVALID, "the answer comes from another provider: " + iss);
      }
      if (code == null) {
        throw new SignOnRefusal(Reason.INVALID, "the identity provider gave no code");
      }
      logins.vouched(users.user(provider.redeemed(code, ticket)), request, response);
      return to(URI.create("/"));
    } catch (SignOnRefusal e) {
      guard.signOnRefused(address, "sign-on-" + e.reason().text());
      return refused(e, request);
    }
  }

  private Ticket ticket(@Nullable String sealed, @Nullable String state) throws SignOnRefusal {
    Ticket ticket =
        sealed == null ? null : Ticket.opened(key, sealed, clock.instant()).orElse(null);
    if (ticket == null || state == null || !same(ticket.state(), state)) {
      throw new SignOnRefusal(
          Reason.EXPIRED, "the login took too long, or was begun in another browser");
    }
    return ticket;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private URI redirect() {
    return properties.redirect() != null
        ? properties.redirect()
        : ServletUriComponentsBuilder.fromCurrentContextPath()
            .path(PATH + "/return")
            .build()
            .toUri();
  }

  private static ResponseEntity<Void> refused(SignOnRefusal refusal, HttpServletRequest request) {
    log.warn(
        "login by the identity provider from {} refused: {}",
        request.getRemoteAddr(),
        refusal.getMessage());
    return to(URI.create("/?sign-on=" + refusal.reason().text()));
  }

  private static ResponseEntity<Void> to(URI place) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(place)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /// Has the browser keep this, and send it along when the provider sends it back and to no other
  /// address. Said to the response itself: among the headers of an entity it would take the place
  /// of the session's cookie.
  private static void keep(
      String value, Duration lasting, HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path(PATH)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(lasting)
            .build()
            .toString());
  }

  private void requireOn() {
    if (!properties.on()) {
      throw ProblemException.notFound(
          "sign-on-off", "There is no identity provider; IOLAUS_SIGN_ON_ISSUER names one");
    }
  }
}
