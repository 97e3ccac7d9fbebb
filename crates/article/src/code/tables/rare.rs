//! The less common languages.

use super::{
    BASE, DOUBLE, HASH, LONG_DOUBLE, LONG_SINGLE, OTHER, PLAIN_SINGLE, RAW_BACK, SINGLE, THREE, THREE_SINGLE,
};
use crate::code::languages::Extra::{
    AtAttributes, AtVariables, Capitals, ColonKeys, Commands, Dollar, EqualKeys, Hyphens, Lifetimes,
    NestedComments, NoCalls, Options, PrefixedQuotes, Preprocessor, Regex, Symbols,
};
use crate::code::languages::{Language, Quote};

pub(super) const RARE: &[Language] = &[
    Language {
        names: "r rscript",
        keywords: "break else for function if in next repeat return while library require",
        constants: "TRUE FALSE NULL NA NaN Inf",
        extras: &[],
        ..HASH
    },
    Language {
        names: "julia jl",
        block_comments: &[("#=", "=#")],
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "abstract baremodule begin break catch const continue do else elseif end export finally for function \
            global if import in isa let local macro module mutable primitive quote return struct try type using where \
            while",
        constants: "true false nothing missing",
        extras: &[Capitals, AtAttributes, NestedComments, PrefixedQuotes],
        ..HASH
    },
    Language {
        names: "scala sc sbt",
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "abstract case catch class def do else enum export extends extension final finally for given if implicit \
            import inline lazy match new object override package private protected return sealed super then this throw \
            trait try type using val var while with yield",
        extras: &[Capitals, AtAttributes, NestedComments, PrefixedQuotes],
        ..BASE
    },
    Language {
        names: "haskell hs elm purescript",
        line_comments: &["--"],
        block_comments: &[("{-", "-}")],
        keywords: "as case class data default deriving do else exposing family forall foreign hiding if import in infix \
            infixl infixr instance let mdo module newtype of port qualified rec then type where",
        quotes: &[THREE, DOUBLE],
        constants: "True False Nothing",
        extras: &[Capitals, NestedComments, Lifetimes, NoCalls],
        ..BASE
    },
    Language {
        names: "ocaml ml mli fsharp f# fs reason",
        line_comments: &["//"],
        block_comments: &[("(*", "*)")],
        quotes: &[THREE, LONG_DOUBLE],
        keywords: "and as assert async begin class constraint do done downto else end exception external for fun function \
            functor if in include inherit initializer let let! lazy match member method module mutable namespace new of \
            open or override private rec return sig static struct then to try type use val virtual when while with yield",
        types: "bool char float int list option string unit array",
        extras: &[Capitals, Lifetimes, NestedComments, NoCalls],
        ..BASE
    },
    Language {
        names: "elixir ex exs eex",
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "after alias and case catch cond def defimpl defmacro defmodule defp defprotocol defstruct do else end fn \
            for if import in not or quote raise receive require rescue super throw try unless unquote use when with",
        constants: "true false nil",
        extras: &[Capitals, AtVariables, Symbols],
        ..HASH
    },
    Language {
        names: "erlang erl",
        line_comments: &["%"],
        block_comments: &[],
        keywords: "after and andalso band begin bnot bor bsl bsr bxor case catch div end fun if not of or orelse receive rem \
            try when xor",
        ..BASE
    },
    Language {
        names: "clojure clj cljs edn lisp common-lisp elisp emacs-lisp scheme racket rkt fennel",
        line_comments: &[";"],
        block_comments: &[("#|", "|#")],
        quotes: &[LONG_DOUBLE],
        keywords: "and begin case cond def define defmacro defmethod defn defn- defprotocol defrecord defun defvar do dotimes \
            else fn for if if-let lambda let let* letrec loop ns or progn quote recur require set! setf setq unless use \
            when when-let",
        constants: "nil true false t",
        extras: &[Hyphens, Symbols],
        ..BASE
    },
    Language {
        names: "dart",
        quotes: &[THREE, THREE_SINGLE, DOUBLE, SINGLE],
        keywords: "abstract as assert async await base break case catch class const continue default deferred do else enum \
            export extends extension external factory final finally for get hide if implements import in interface is \
            late library mixin new on operator part required rethrow return sealed set show static super switch sync this \
            throw try typedef var when while with yield",
        types: "bool double dynamic int num void",
        extras: &[Capitals, AtAttributes, PrefixedQuotes],
        ..BASE
    },
    Language {
        names: "zig",
        block_comments: &[],
        keywords: "align allowzero and anyframe asm async await break catch comptime const continue defer else enum errdefer \
            error export extern fn for if inline noalias or orelse packed pub resume return struct suspend switch test \
            threadlocal try union unreachable usingnamespace var volatile while",
        types: "anyerror anytype bool comptime_int f32 f64 i8 i16 i32 i64 isize noreturn type u8 u16 u32 u64 usize void",
        constants: "true false null undefined",
        extras: &[Capitals, AtAttributes],
        ..BASE
    },
    Language {
        names: "nim",
        quotes: &[THREE, DOUBLE, SINGLE],
        keywords: "and as asm block break case cast const continue converter defer discard distinct div do elif else end enum \
            except export finally for from func if import in include interface is isnot iterator let macro method mixin \
            mod nil not notin object of or out proc ptr raise ref return shl shr static template try tuple type using \
            var when while xor yield",
        ..HASH
    },
    Language {
        names: "sql mysql postgres postgresql psql sqlite plsql tsql plpgsql",
        line_comments: &["--", "#"],
        quotes: &[Quote { lines: true, ..PLAIN_SINGLE }, DOUBLE, RAW_BACK],
        keywords: "add all alter analyze and any as asc begin between by cascade case check column commit constraint create \
            cross current_date current_timestamp database declare default delete desc distinct do drop each else end \
            except exec execute exists explain fetch for foreign from full function grant group having if ilike in index \
            inner insert intersect into is join key left like limit natural not of offset on or order outer over \
            partition primary procedure references replace returning returns revoke right rollback row rows schema \
            select set some table temporary then to top transaction trigger truncate union unique update using values \
            view virtual when where while window with without",
        types: "bigint binary blob bool boolean bytea char character date datetime decimal double float int integer interval \
            json jsonb numeric precision real serial smallint text time timestamp timestamptz uuid varchar",
        any_case: true,
        extras: &[],
        ..BASE
    },
    Language {
        names: "powershell ps1 pwsh posh",
        block_comments: &[("<#", "#>")],
        quotes: &[Quote { escapes: false, ..LONG_DOUBLE }, LONG_SINGLE],
        keywords: "begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach \
            from function if in param process return switch throw trap try until using while",
        any_case: true,
        extras: &[Dollar, Hyphens, Options],
        ..HASH
    },
    Language {
        names: "batch bat cmd dos",
        line_comments: &["::", "REM ", "rem "],
        quotes: &[DOUBLE],
        keywords: "call cd copy defined del do echo else equ exist exit for goto gtr if in leq lss md move neq not pause rd set \
            setlocal shift start",
        any_case: true,
        ..OTHER
    },
    Language {
        names: "dockerfile docker containerfile",
        quotes: &[DOUBLE, SINGLE],
        keywords: "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL \
            USER VOLUME WORKDIR",
        constants: "",
        extras: &[Dollar, Options, Hyphens, NoCalls],
        ..HASH
    },
    Language {
        names: "makefile make mk gnumake",
        keywords: "define else endef endif export ifdef ifeq ifndef ifneq include override unexport vpath",
        constants: "",
        extras: &[Dollar, ColonKeys, EqualKeys, Hyphens, Options, NoCalls],
        ..HASH
    },
    Language {
        names: "cmake",
        quotes: &[LONG_DOUBLE],
        keywords: "else elseif endforeach endfunction endif endmacro endwhile foreach function if include macro project return \
            set while",
        constants: "ON OFF TRUE FALSE",
        extras: &[Dollar],
        ..HASH
    },
    Language {
        names: "hcl terraform tf tfvars",
        line_comments: &["#", "//"],
        keywords: "data dynamic for for_each if in locals module output provider resource terraform variable",
        types: "any bool list map number object set string tuple",
        extras: &[EqualKeys],
        ..BASE
    },
    Language {
        names: "nix",
        line_comments: &["#"],
        quotes: &[LONG_DOUBLE, Quote { open: "''", close: "''", escapes: false, lines: true }],
        keywords: "assert else if in inherit let or rec then with import",
        extras: &[Hyphens, EqualKeys, NoCalls],
        ..BASE
    },
    Language {
        names: "nginx nginxconf caddyfile apache",
        keywords: "http server location upstream events if return rewrite include listen root proxy_pass server_name",
        extras: &[Dollar, NoCalls],
        ..HASH
    },
    Language {
        names: "graphql gql",
        line_comments: &["#"],
        block_comments: &[],
        quotes: &[THREE, DOUBLE],
        keywords: "directive enum extend fragment implements input interface mutation on query scalar schema subscription \
            type union",
        extras: &[Capitals, AtAttributes, Dollar],
        ..BASE
    },
    Language {
        names: "protobuf proto proto3",
        keywords: "enum extend import map message oneof option optional package public repeated required reserved returns rpc \
            service stream syntax",
        types: "bool bytes double fixed32 fixed64 float int32 int64 sint32 sint64 string uint32 uint64",
        ..BASE
    },
    Language {
        names: "groovy gradle jenkinsfile",
        quotes: &[THREE, THREE_SINGLE, DOUBLE, SINGLE],
        keywords: "abstract as assert break case catch class const continue def default do else enum extends final finally for \
            if implements import in instanceof interface new package private protected public return static super switch \
            this throw trait try var while",
        types: "boolean byte char double float int long short void",
        extras: &[Capitals, AtAttributes],
        ..BASE
    },
    Language {
        names: "matlab octave",
        line_comments: &["%", "#"],
        block_comments: &[("%{", "%}")],
        quotes: &[DOUBLE],
        keywords: "break case catch classdef continue else elseif end endfunction for function global if otherwise parfor \
            persistent return switch try until while",
        constants: "true false pi inf nan",
        extras: &[],
        ..BASE
    },
    Language {
        names: "fortran f90 f95 for",
        line_comments: &["!"],
        block_comments: &[],
        quotes: &[PLAIN_SINGLE, Quote { escapes: false, ..DOUBLE }],
        keywords: "allocate call case contains cycle deallocate do else elseif end enddo endif exit function if implicit in \
            inout integer intent interface module none only out parameter print program read recursive result return \
            select stop subroutine then type use where while write",
        types: "character complex integer logical real double precision",
        any_case: true,
        extras: &[],
        ..BASE
    },
    Language {
        names: "pascal delphi objectpascal ada vhdl",
        line_comments: &["//", "--"],
        block_comments: &[("{", "}"), ("(*", "*)")],
        quotes: &[PLAIN_SINGLE, DOUBLE],
        keywords: "and array as begin case class const constructor destructor div do downto else elsif end entity except \
            finally for function if implementation in inherited interface is loop mod not object of or out package \
            private procedure program property public record repeat return set signal then to try type unit until uses \
            var when while with xor",
        any_case: true,
        extras: &[],
        ..BASE
    },
    Language {
        names: "vb vbnet visualbasic vba vbscript basic",
        line_comments: &["'"],
        block_comments: &[],
        quotes: &[Quote { escapes: false, ..DOUBLE }],
        keywords: "and as byref byval call case catch class const dim do each else elseif end enum exit finally for friend \
            function get if imports in inherits is let loop me module namespace new next not of on optional or private \
            property public return select set shared static step structure sub then throw to try until while with",
        types: "boolean byte date decimal double integer long object short single string variant",
        any_case: true,
        extras: &[],
        ..BASE
    },
    Language {
        names: "asm assembly nasm gas x86asm armasm wasm wat llvm",
        line_comments: &[";", "#", "//"],
        block_comments: &[("/*", "*/")],
        keywords: "add and b bl call cmp dec div inc int ja jb je jg jl jmp jne jnz jz ldr lea mov mul nop or pop push ret shl \
            shr str sub syscall test xor section global extern db dd dq dw func param result local i32 i64 module export",
        any_case: true,
        extras: &[NoCalls],
        ..BASE
    },
    Language {
        names: "latex tex context bibtex",
        line_comments: &["%"],
        extras: &[Commands, NoCalls],
        ..OTHER
    },
    Language {
        names: "solidity sol",
        keywords: "abstract address as assembly break case catch constant constructor continue contract default delete do else \
            emit enum error event external fallback for function if immutable import indexed interface internal is \
            library mapping memory modifier new override payable pragma private public pure receive return returns \
            storage struct super this throw try type unchecked using view virtual while",
        types: "bool bytes bytes32 int int256 string uint uint8 uint256",
        ..BASE
    },
    Language {
        names: "glsl hlsl wgsl opencl cuda cu metal",
        keywords: "attribute break case const continue default discard do else flat for highp if in inout layout let lowp \
            mediump out precision return struct switch uniform var varying void while fn __global__ __device__ kernel",
        types: "bool double float half int mat2 mat3 mat4 sampler2D uint vec2 vec3 vec4 f32 i32 u32",
        extras: &[Capitals, AtAttributes, Preprocessor],
        ..BASE
    },
    Language {
        names: "prolog",
        line_comments: &["%"],
        keywords: "is mod rem not fail",
        extras: &[Capitals],
        ..BASE
    },
    Language {
        names: "vim viml vimscript",
        line_comments: &["\""],
        block_comments: &[],
        quotes: &[PLAIN_SINGLE],
        keywords: "augroup autocmd call command echo else elseif end endfor endfunction endif endwhile execute for function if \
            in let map nnoremap noremap return set silent syntax while",
        extras: &[],
        ..BASE
    },
    Language {
        names: "awk gawk sed",
        quotes: &[DOUBLE],
        keywords: "BEGIN END break continue delete do else exit for function getline if in next print printf return while",
        extras: &[Dollar, Regex],
        ..HASH
    },
    Language {
        names: "http https",
        extras: &[ColonKeys, Hyphens, NoCalls],
        quotes: &[DOUBLE],
        keywords: "GET POST PUT PATCH DELETE HEAD OPTIONS HTTP",
        ..OTHER
    },
    Language { names: "csv tsv", quotes: &[DOUBLE], extras: &[NoCalls], ..OTHER },
];
