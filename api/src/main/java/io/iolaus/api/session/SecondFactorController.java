package io.iolaus.api.session;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.security.Accounts;
import io.iolaus.api.security.Due;
import io.iolaus.api.security.LoginGuard;
import io.iolaus.api.security.SessionLogin;
import io.iolaus.api.security.SignedIn;
import io.iolaus.core.access.Totp;
import io.iolaus.core.access.UserName;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.access.SecondFactorStore;
import io.iolaus.cypher.access.UserRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A user's own second factor: giving a code of it, and setting it up.
@RestController
@RequestMapping("/api/v1/session/second-factor")
@Tag(name = "session")
class SecondFactorController {

  private static final String ISSUER = "Iolaus";

  private final SecondFactorStore factors;
  private final SessionLogin logins;
  private final Accounts accounts;
  private final LoginGuard guard;

  SecondFactorController(
      SecondFactorStore factors, SessionLogin logins, Accounts accounts, LoginGuard guard) {
    this.factors = factors;
    this.logins = logins;
    this.accounts = accounts;
    this.guard = guard;
  }

  /// Never printed: the code may still be good.
  record CodeRequest(@NotBlank @Size(max = 64) String code) {
    @Override
    public String toString() {
      return "CodeRequest";
    }
  }

  /// @param secret in Base32, for an app that cannot read the picture
  /// @param uri what the picture holds
  record EnrolmentResponse(String secret, String uri) {
    @Override
    public String toString() {
      return "EnrolmentResponse";
    }
  }

  /// @param recoveryCodes shown this once
  record ConfirmationResponse(SessionResponse session, List<String> recoveryCodes) {
    ConfirmationResponse {
      recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
      return "ConfirmationResponse";
    }
  }

  @PostMapping
  @Audited(value = AuditAct.GIVE_SECOND_FACTOR, recording = Audited.Recording.CHANGE)
  @Operation(summary = "Give a code of the second factor, or a recovery code")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "403", description = "The code is wrong, or was used before")
  SessionResponse code(
      @Valid @RequestBody CodeRequest request,
      SignedIn user,
      HttpServletRequest http,
      HttpServletResponse response) {
    if (user.due() != Due.SECOND_FACTOR) {
      return SessionResponse.of(user, accounts);
    }
    guarded(
        user,
        () -> {
          if (!factors.use(user.getName(), request.code())) {
            throw wrong(user);
          }
          return true;
        });
    return SessionResponse.of(logins.factorGiven(user, http, response), accounts);
  }

  @PostMapping("/enrolment")
  @Audited(value = AuditAct.ENROL_SECOND_FACTOR, recording = Audited.Recording.CHANGE)
  @Operation(summary = "Begin to set up a second factor, or another device for it")
  EnrolmentResponse enrol(SignedIn user) {
    if (user.getName().equals(UserName.INSTALLATION)) {
      throw new IllegalArgumentException(
          "admin has its password in a file and no second factor: make users for people, and"
              + " disable admin");
    }
    if (accounts.current(user.getName()).filter(UserRow::signOn).isPresent()) {
      throw new IllegalArgumentException(
          "the site's identity provider says who you are: set up a second factor there");
    }
    Totp totp = factors.begin(user.getName()).orElseThrow(() -> gone());
    return new EnrolmentResponse(totp.secret(), totp.uri(ISSUER, user.getName()));
  }

  @PostMapping("/confirmation")
  @Audited(value = AuditAct.CONFIRM_SECOND_FACTOR, recording = Audited.Recording.CHANGE)
  @Operation(summary = "Show that the device works: the second factor counts from now on")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "403", description = "The code is wrong")
  ConfirmationResponse confirm(
      @Valid @RequestBody CodeRequest request,
      SignedIn user,
      HttpServletRequest http,
      HttpServletResponse response) {
    SecondFactorStore.Confirmed confirmed =
        guarded(
            user,
            () ->
                factors
                    .confirm(user.getName(), request.code().strip())
                    .orElseThrow(() -> wrong(user)));
    SignedIn now = logins.goOn(user, confirmed.user(), http, response);
    return new ConfirmationResponse(SessionResponse.of(now, accounts), confirmed.codes());
  }

  private <T> T guarded(SignedIn user, Supplier<T> attempt) {
    if (!guard.allowsCode(user.getName())) {
      throw SessionLogin.tooMany(
          new Problem(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-attempts",
              "Too many wrong codes for this user; wait a quarter of an hour"),
          LoginGuard.CODE_PENALTY);
    }
    T result = attempt.get();
    guard.codeSucceeded(user.getName());
    return result;
  }

  private ProblemException wrong(SignedIn user) {
    guard.codeFailed(user.getName());
    return new ProblemException(
        new Problem(
            HttpStatus.FORBIDDEN,
            "code-wrong",
            "The code is wrong, too old or was used before; codes change every 30 seconds"));
  }

  private static ProblemException gone() {
    return new ProblemException(Problem.unauthenticated());
  }
}
