FROM rust:1.95 AS build
RUN apt-get install -y --no-install-recommends curl && echo "$HOME"
