package io.iolaus.api.session;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.security.Accounts;
import io.iolaus.api.security.PasswordHashes;
import io.iolaus.api.security.SessionLogin;
import io.iolaus.api.security.SignedIn;
import io.iolaus.core.access.Passwords;
import io.iolaus.core.access.UserName;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.access.UserOutcome;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Logging in and out with a session cookie, and a user's own password.
@RestController
@Tag(name = "session")
class SessionController {

  private final SessionLogin logins;
  private final Accounts accounts;
  private final UserStore users;
  private final PasswordHashes hashes;

  SessionController(
      SessionLogin logins, Accounts accounts, UserStore users, PasswordHashes hashes) {
    this.logins = logins;
    this.accounts = accounts;
    this.users = users;
    this.hashes = hashes;
  }

  /// Never printed: a record would show the password.
  record LoginRequest(
      @NotBlank @Size(max = 128) String username, @NotBlank @Size(max = 256) String password) {
    @Override
    public String toString() {
      return "LoginRequest[" + username + "]";
    }
  }

  /// Never printed either.
  record PasswordRequest(
      @NotBlank @Size(max = 256) String current, @NotBlank @Size(max = 1024) String password) {
    @Override
    public String toString() {
      return "PasswordRequest";
    }
  }

  @GetMapping("/api/v1/session")
  @Operation(summary = "Who is logged in, and what is due of them")
  SessionResponse current(SignedIn user) {
    return SessionResponse.of(user, accounts);
  }

  @PostMapping("/api/v1/session")
  @Operation(summary = "Log in", description = "`due` says what else has to be done first.")
  SessionResponse login(
      @Valid @RequestBody LoginRequest login,
      HttpServletRequest request,
      HttpServletResponse response) {
    return SessionResponse.of(
        logins.login(login.username(), login.password(), request, response), accounts);
  }

  @PostMapping("/api/v1/session/password")
  @Audited(value = AuditAct.CHANGE_PASSWORD, recording = Audited.Recording.CHANGE)
  @Operation(summary = "Choose another password; all other sessions end")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "403", description = "The current one was wrong")
  SessionResponse password(
      @Valid @RequestBody PasswordRequest passwords,
      SignedIn user,
      HttpServletRequest request,
      HttpServletResponse response) {
    String name = user.getName();
    if (name.equals(UserName.INSTALLATION)) {
      throw new IllegalArgumentException(
          "the password of admin is the file secrets/admin.password of the home: change it there"
              + " and start the server again");
    }
    if (accounts.current(name).filter(UserRow::signOn).isPresent()) {
      throw new IllegalArgumentException(
          "the site's identity provider says who you are: your password is there, and not here");
    }
    String password = Passwords.required(name, passwords.password());
    logins.requirePassword(user, passwords.current(), request);
    if (passwords.current().equals(passwords.password())) {
      throw new IllegalArgumentException("the new password must be another than the current one");
    }
    UserOutcome outcome = users.password(name, hashes.hash(password), false, name);
    return SessionResponse.of(logins.goOn(user, outcome, request, response), accounts);
  }

  @DeleteMapping("/api/v1/session")
  @Audited(value = AuditAct.LOGOUT, recording = Audited.Recording.AFTERWARDS)
  @Operation(summary = "Log out")
  @ApiResponse(responseCode = "204", description = "Done")
  ResponseEntity<Void> logout(HttpServletRequest request, HttpServletResponse response) {
    logins.end(request, response);
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping("/api/v1/sessions")
  @Audited(value = AuditAct.END_SESSIONS, recording = Audited.Recording.CHANGE)
  @Operation(summary = "Log out everywhere")
  @ApiResponse(responseCode = "204", description = "Done")
  ResponseEntity<Void> logoutEverywhere(
      SignedIn user, HttpServletRequest request, HttpServletResponse response) {
    users.endSessions(user.getName(), user.getName());
    accounts.changed(user.getName());
    logins.end(request, response);
    return ResponseEntity.noContent().build();
  }
}
